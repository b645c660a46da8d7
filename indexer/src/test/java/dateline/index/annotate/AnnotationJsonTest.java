package dateline.index.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnnotationJsonTest {
  @Test
  void writesOneLine() {
    var article = Article.builder("a-1").headline("Japan").body("").build();
    var mention = new Mention(Zone.HEADLINE, 0, 5, "Japan", Mention.How.NAME);
    var japan = new FoundEntity(EntityKind.PLACE, "JP", "Japan", "JP", true, 3, List.of(mention));
    var trade =
        new FoundEntity(EntityKind.ISSUE, "medtop:1", "trade", null, true, 1.23456, List.of());

    assertEquals(
        """
        {"id":"a-1","people":[],"places":[{"id":"JP","label":"Japan","country":"JP",\
        "salient":true,"score":3.0,"mentions":[{"field":"headline","start":0,"end":5,\
        "text":"Japan","how":"name"}]}],"organizations":[],"issues":[{"id":"medtop:1",\
        "label":"trade","salient":true,"score":1.235}]}\
        """,
        AnnotationJson.line(article, List.of(japan, trade)));
  }
}
