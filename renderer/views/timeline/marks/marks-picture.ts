import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import type { TimeScale } from '../../../core/layout/time-scale.ts';
import type { HeldCoverage } from './fetch-coverage.svelte.ts';
import type { HeldLinks } from './fetch-links.svelte.ts';
import type { HeldMarks } from './held-marks.ts';
import type { MarkPalette } from './mark-palette.ts';
import type { MarkSprites } from './mark-sprites.ts';

/** What painting needs of a canvas. */
export type MarksContext = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'fillRect'
  | 'drawImage'
  | 'beginPath'
  | 'arc'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'closePath'
  | 'fill'
  | 'setLineDash'
  | 'stroke'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'imageSmoothingEnabled'
>;

/** The selected event's place: `lane` counts from the list's first. */
export interface SelectedMark {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly lane: number | undefined;
}

/** Everything one picture is made of. Pixels are CSS pixels. */
export interface MarksPicture {
  readonly scale: TimeScale;
  readonly height: number;
  readonly pixelRatio: number;
  readonly laneHeight: number;
  /** The lane at the top, counted from the list's first. */
  readonly firstLane: number;
  readonly held: HeldMarks | undefined;
  /** The density of `held` as a picture. */
  readonly texture: CanvasImageSource | undefined;
  readonly sprites: MarkSprites;
  readonly palette: MarkPalette;
  /** Not 0 for the events of `held` that share something with the selected one. */
  readonly tied: Uint8Array | undefined;
  readonly selected: SelectedMark | undefined;
  /** Where lines lead to from the selected event. */
  readonly links: HeldLinks | undefined;
  /** The lane that the keyboard is in. */
  readonly currentLane: number | undefined;
  /** Spans from which events may be missing, and what they are painted with. */
  readonly coverage: HeldCoverage | undefined;
  readonly hatch: CanvasPattern | undefined;
  /** Outside it the case has no evidence, and the surface is dimmed. */
  readonly caseSpan: Span<EpochMs> | undefined;
}

/** A picture without what follows from theme and screen. */
export type MarksScene = Omit<
  MarksPicture,
  'pixelRatio' | 'texture' | 'sprites' | 'palette' | 'hatch'
>;
