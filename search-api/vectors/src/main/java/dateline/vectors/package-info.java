/// Models that run in ONNX Runtime, to be plugged into an archive.
@NullMarked
package dateline.vectors;

import org.jspecify.annotations.NullMarked;
