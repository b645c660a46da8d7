package dateline.search.export;

import dateline.corpus.Article;
import dateline.search.engine.Hit;
import org.jspecify.annotations.Nullable;

/// One article of a result.
///
/// @param address of its page, absolute where the server knows its own
/// @param article with as much text as its publisher lets be shown; null where no column or format
///   asks for it
public record ExportRecord(Hit hit, String address, @Nullable Article article) {}
