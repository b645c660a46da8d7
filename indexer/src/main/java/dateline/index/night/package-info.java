/// The judge of a night: compares what a run has built with what answers now, and refuses a bad
/// one.
///
/// Start reading at [dateline.index.night.Judge]. Its rules, each in a file of its own, are
/// `RejectsRule`, `GoneRule`, `VolumeRule`, `FieldsRule`, `DatesRule` and `PanelRule`; what they
/// know of the past comes from `Timeline`, `SameHours` and `History`.
/// [dateline.index.night.Thresholds] says where the lines are, and
/// [dateline.index.night.NightReport] tells people and programs about it.
///
/// It decides from numbers and from answers to a panel of searches alone; it never reads text,
/// never writes to the store and never moves the pointer.
@NullMarked
package dateline.index.night;

import org.jspecify.annotations.NullMarked;
