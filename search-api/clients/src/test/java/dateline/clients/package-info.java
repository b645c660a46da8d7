/// Clients that others wrote, asking a server over the sample archive.
@NullMarked
package dateline.clients;

import org.jspecify.annotations.NullMarked;
