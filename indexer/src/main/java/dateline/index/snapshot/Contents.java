package dateline.index.snapshot;

import dateline.index.generation.Manifest.FileSeal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a snapshot is made of.
///
/// @param taken when the copying began
/// @param dateline the program that took it
/// @param store version of the tables in the store
/// @param schema version of the index's fields
/// @param generation name of the live one
/// @param articles in that generation
/// @param rows in the tables of each SQLite file
/// @param answers of the live generation, by which a restore is proved
/// @param files of the home, by their path in it with `/` between folders
public record Contents(
    Instant taken,
    String dateline,
    int store,
    int schema,
    String generation,
    long articles,
    SortedMap<String, SortedMap<String, Long>> rows,
    List<SampleAnswer> answers,
    SortedMap<String, FileSeal> files) {
  public Contents {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    answers = List.copyOf(answers);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public long bytes() {
    return files.values().stream().mapToLong(FileSeal::bytes).sum();
  }
}
