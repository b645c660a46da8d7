package dateline.index.night;

import dateline.corpus.store.Arrivals.Lacks;
import java.util.List;
import java.util.function.ToLongFunction;

/// Refuses a night on which a field goes empty, in new articles or in known ones.
final class FieldsRule {
  private static final List<ShareRule> RULES =
      List.of(
          ofAdded("headline", Lacks::headline),
          ofAdded("body", Lacks::body),
          ofAdded("date", Lacks::date),
          ofAdded("byline", Lacks::byline),
          ofChanged("headline", Lacks::headline),
          ofChanged("body", Lacks::body),
          ofChanged("date", Lacks::date),
          ofChanged("byline", Lacks::byline));

  private FieldsRule() {}

  static void judge(Evidence evidence, Findings findings) {
    RULES.forEach(rule -> rule.judge(evidence, findings));
  }

  private static ShareRule ofAdded(String field, ToLongFunction<Lacks> lacks) {
    return new ShareRule(
        "fields.added",
        "new articles have no " + field,
        (_, arrivals) -> lacks.applyAsLong(arrivals.without()),
        (_, arrivals) -> arrivals.added(),
        field.equals("byline"));
  }

  private static ShareRule ofChanged(String field, ToLongFunction<Lacks> lacks) {
    return new ShareRule(
        "fields.changed",
        "changed articles lost their " + field,
        (_, arrivals) -> lacks.applyAsLong(arrivals.lost()),
        (_, arrivals) -> arrivals.changed(),
        false);
  }
}
