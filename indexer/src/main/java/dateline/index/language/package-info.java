/// Tells the language of an article: the code that its source states, in one spelling, else what
/// its text looks like.
///
/// Start reading at [dateline.index.language.ArticleLanguage]. Detection is exact where a script
/// belongs to one language and counts function words where many share the Latin one. It looks at
/// the beginning of a text alone, and when in doubt it says English: an English text must not
/// become something else. Never changes what the store holds.
@NullMarked
package dateline.index.language;

import org.jspecify.annotations.NullMarked;
