package dateline.index.annotate;

import dateline.corpus.gazetteer.PlaceEntry;

/// A place name in the text with the place that is meant.
record LocatedHit(PlaceHit hit, PlaceEntry place) {}
