/// The archive as tools for assistants, over the Model Context Protocol.
///
/// Start reading at [dateline.search.mcp.McpServer], which takes messages and gives answers and
/// knows nothing of how they travel.
@NullMarked
package dateline.search.mcp;

import org.jspecify.annotations.NullMarked;
