/// Who asks, what they may do and see, and how often: keys, addresses behind proxies, limits of
/// rate.
///
/// Never: knows what is asked. What a caller may see is narrowed by the engine, as `Scope` says, so
/// that no door can forget it.
@NullMarked
package dateline.search.access;

import org.jspecify.annotations.NullMarked;
