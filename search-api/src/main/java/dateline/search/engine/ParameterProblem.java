package dateline.search.engine;

import org.jspecify.annotations.Nullable;

/// A parameter that could not be read as it stands, and was left out.
///
/// @param code stable, for programs: `param.unknown`, `param.invalid`, `param.repeated`
/// @param parameter as the caller named it
/// @param value as the caller gave it
/// @param message for people: what is wrong and what to do
/// @param suggestion the name or value that was probably meant; null when there is no good guess
public record ParameterProblem(
    String code, String parameter, String value, String message, @Nullable String suggestion) {}
