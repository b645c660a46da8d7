package dateline.index;

import dateline.corpus.Article;
import dateline.corpus.store.ArchiveStore;
import dateline.index.lucene.BandIndex;
import dateline.index.lucene.LuceneWriter;
import dateline.index.story.Bands;
import dateline.index.story.Grouping;
import dateline.index.story.Members;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the near-identical articles of a new generation into groups.
///
/// The groups are those of its articles alone, whether it was written anew or carried on. In the
/// second case the articles that the run brought are grouped with all that can be like them, and
/// with all that were in a group that lost a member; the others keep their group unread and
/// unwritten.
final class StoryPass {
  private final LuceneWriter writer;
  private final ArchiveStore store;
  private final Progress progress;

  StoryPass(LuceneWriter writer, ArchiveStore store, Progress progress) {
    this.writer = writer;
    this.store = store;
    this.progress = progress;
  }

  /// What an incremental run did to its base.
  ///
  /// @param articles ids of the articles that were written or removed
  /// @param stories the groups that articles which were replaced or removed had been in
  record Touched(Set<String> articles, Set<Long> stories) {
    Touched() {
      this(new HashSet<>(), new HashSet<>());
    }
  }

  /// Brings the groups of the index in line with its articles.
  ///
  /// @param touched null where the index was written anew
  void group(@Nullable Touched touched) throws IOException {
    long articles = writer.articles();
    progress.at(Progress.Stage.GROUPING, 0, articles);
    try (BandIndex index = writer.bands()) {
      if (touched == null) {
        groupAll(index);
      } else if (!touched.articles().isEmpty()) {
        groupAfter(index, touched);
      }
    }
    progress.at(Progress.Stage.GROUPING, articles, articles);
  }

  private void groupAll(BandIndex index) throws IOException {
    var grouping = new Grouping(index.members(), this::article);
    index.forEachBucket(grouping::bucket);
    long[] stories = grouping.stories();
    var every = new BitSet(stories.length);
    every.set(0, stories.length);
    write(index, every, stories);
  }

  private void groupAfter(BandIndex index, Touched touched) throws IOException {
    Members members = index.members();
    var bands = new BandList();
    BitSet brought = brought(index, touched.articles());
    var moved = (BitSet) brought.clone();
    for (int each = brought.nextSetBit(0); each >= 0; each = brought.nextSetBit(each + 1)) {
      addSimilar(index, each, bands.add(article(members.sequence(each))), moved);
    }
    addGroups(members, moved, touched.stories());
    for (int each = moved.nextSetBit(0); each >= 0; each = moved.nextSetBit(each + 1)) {
      if (!brought.get(each)) {
        bands.add(article(members.sequence(each)));
      }
    }
    var grouping = new Grouping(members, this::article);
    index.forEachBucket(bands.all(), moved::get, grouping::bucket);
    write(index, moved, grouping.stories());
  }

  private static BitSet brought(BandIndex index, Set<String> articles) throws IOException {
    var brought = new BitSet();
    for (String id : articles) {
      int place = index.place(id);
      if (place >= 0) {
        brought.set(place);
      }
    }
    return brought;
  }

  /// Adds those that can be like an article that the run brought.
  private static void addSimilar(BandIndex index, int brought, long[] bands, BitSet moved)
      throws IOException {
    index.forEachBucket(
        bands,
        other -> index.members().areNear(brought, other),
        (_, places, count) -> Arrays.stream(places, 0, count).forEach(moved::set));
  }

  /// Adds all members of the groups that one of the articles was in, or that lost a member.
  private static void addGroups(Members members, BitSet moved, Set<Long> lost) {
    var stories = new HashSet<>(lost);
    moved.stream().mapToObj(members::story).forEach(stories::add);
    stories.remove(0L);
    for (int place = 0; place < members.places(); place++) {
      if (stories.contains(members.story(place))) {
        moved.set(place);
      }
    }
  }

  private void write(BandIndex index, BitSet places, long[] stories) throws IOException {
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      if (stories[place] != index.members().story(place)) {
        writer.group(index.id(place), stories[place]);
      }
    }
  }

  private Article article(long sequence) throws IOException {
    return store.shown().version(sequence).article();
  }

  /// Bands of many articles.
  private static final class BandList {
    private long[] bands = new long[64];
    private int count;

    long[] add(Article article) {
      long[] added = Bands.of(article);
      if (count + added.length > bands.length) {
        bands = Arrays.copyOf(bands, 2 * (count + added.length));
      }
      System.arraycopy(added, 0, bands, count, added.length);
      count += added.length;
      return added;
    }

    long[] all() {
      return Arrays.copyOf(bands, count);
    }
  }
}
