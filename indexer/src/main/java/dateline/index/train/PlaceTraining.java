package dateline.index.train;

import dateline.corpus.Article;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.Models;
import dateline.index.annotate.PlaceEvidence;
import dateline.index.annotate.PlaceModel;
import dateline.index.annotate.TextFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Learns which of the countries that articles name they are about.
public final class PlaceTraining implements Training {
  private final Labelled labelled;
  private final Annotator annotator;
  private final Gazetteer gazetteer;
  private final List<NamingArticle> articles = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final CountryLabels countries;

  /// How often each label stands for a country.
  private final Map<String, Map<String, Integer>> said = new TreeMap<>();

  private final Map<String, Integer> unknown = new TreeMap<>();

  /// @param annotator by hand-set weights; what is learned rests on what it finds
  public PlaceTraining(Labelled labelled, Annotator annotator, Gazetteer gazetteer) {
    this.labelled = labelled;
    this.annotator = annotator;
    this.gazetteer = gazetteer;
    countries = new CountryLabels(gazetteer);
  }

  @Override
  public void add(Article article) {
    if (!labelled.isJudged(article)) {
      return;
    }
    var wanted = new TreeSet<String>();
    for (String label : labelled.labels(article)) {
      Optional<String> country = countries.country(label);
      if (country.isPresent()) {
        wanted.add(country.get());
        said.computeIfAbsent(country.get(), _ -> new TreeMap<>()).merge(label, 1, Integer::sum);
      } else {
        unknown.merge(label, 1, Integer::sum);
      }
    }
    var evidence = new TreeMap<String, Map<String, Float>>();
    PlaceEvidence.of(article, annotator.annotate(article), gazetteer)
        .forEach((country, features) -> evidence.put(country, sharingNames(features)));
    articles.add(new NamingArticle(evidence, sharingNames(TextFeatures.of(article)), wanted));
    ids.add(article.id().value());
  }

  /// Most features are those of many articles: one copy of a name for all keeps them small.
  private Map<String, Float> sharingNames(Map<String, Float> features) {
    var shared = new HashMap<String, Float>();
    features.forEach((name, value) -> shared.put(names.computeIfAbsent(name, same -> same), value));
    return Map.copyOf(shared);
  }

  @Override
  public int size() {
    return articles.size();
  }

  @Override
  public int learn(Path home) throws IOException {
    PlaceModel model = PlaceTrainer.train(articles);
    Path file = Models.places(home);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    model.write(file);
    return model.countries().size();
  }

  @Override
  public Scores crossValidate(int folds, Map<String, Set<String>> assigned) {
    var scores = new Scores();
    for (Folds.Fold fold : Folds.of(articles.size(), folds, 7)) {
      PlaceModel model = PlaceTrainer.train(fold.learned().stream().map(articles::get).toList());
      for (int held : fold.held()) {
        NamingArticle article = articles.get(held);
        Set<String> about = model.about(article.evidence(), article.words());
        scores.add(article.wanted(), about);
        Set<String> labels = about.stream().map(this::label).collect(Collectors.toSet());
        assigned.put(ids.get(held), new TreeSet<>(labels));
      }
    }
    return scores;
  }

  @Override
  public List<String> remarks() {
    return unknown.isEmpty()
        ? List.of()
        : List.of(
            "left out, since they name no country: "
                + unknown.entrySet().stream()
                    .map(label -> label.getKey() + " (" + label.getValue() + ")")
                    .collect(Collectors.joining(", "))
                + "; give their ISO codes in a file for --map");
  }

  /// What labels call a country most often.
  private String label(String country) {
    return said.getOrDefault(country, Map.of()).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(country);
  }
}
