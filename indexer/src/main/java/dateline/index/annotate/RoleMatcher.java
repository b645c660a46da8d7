package dateline.index.annotate;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds titles and roles, in any case and with or without points.
final class RoleMatcher {
  /// @param end token after the last
  record Match(int end, Role role) {}

  private final NameTrie trie = new NameTrie();
  private final List<Role> roles = new ArrayList<>();

  RoleMatcher(Gazetteer gazetteer, Lexicon lexicon) {
    var words = new NameWords(lexicon);
    for (Role role : gazetteer.roles()) {
      String bare = role.phrase().replaceAll("\\.(?=\\s|$)", "");
      int node = trie.add(words.of(bare));
      if (trie.payload(node) == NameTrie.NONE) {
        trie.setPayload(node, roles.size());
        roles.add(role);
      }
    }
  }

  NameTrie trie() {
    return trie;
  }

  /// The longest role from token `start` on; null when there is none.
  @Nullable Match longest(Tokens tokens, int start) {
    if ((tokens.traits[start] & Traits.OPENS_ROLE) == 0) {
      return null;
    }
    int node = tokens.spellings[start].openings.role();
    int end = start + 1;
    int role = trie.payload(node);
    for (int i = start + 1; tokens.goesOn(i, Traits.CONTINUES_ROLE); i++) {
      node = trie.next(node, tokens.spellings[i].lower);
      if (node == NameTrie.NONE) {
        break;
      }
      if (trie.payload(node) != NameTrie.NONE) {
        end = i + 1;
        role = trie.payload(node);
      }
    }
    return role == NameTrie.NONE ? null : new Match(end, roles.get(role));
  }
}
