/// The published figures that name a workload which Convoy has.
import type {Figure} from "./figure.ts";
import {OTHERS_FIGURES} from "./since.ts";
import {SLIDES} from "./slides.ts";
import {TENTHOUSANDMETERS} from "./tenthousandmeters.ts";

export * from "./figure.ts";

export const FIGURES: readonly Figure[] = [...SLIDES, ...TENTHOUSANDMETERS, ...OTHERS_FIGURES];
