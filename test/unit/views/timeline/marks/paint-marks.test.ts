import { describe, expect, it } from 'vitest';
import type { HeldLinks } from '../../../../../renderer/views/timeline/marks/fetch-links.svelte.ts';
import type { HeldMarks } from '../../../../../renderer/views/timeline/marks/held-marks.ts';
import type {
  MarksContext,
  MarksPicture,
} from '../../../../../renderer/views/timeline/marks/marks-picture.ts';
import { paintMarks } from '../../../../../renderer/views/timeline/marks/paint-marks.ts';
import { heldMarks, type MadeEvent } from '../../../../fixtures/timeline-marks.ts';

interface Drawn {
  readonly image: string;
  readonly alpha: number;
  readonly numbers: readonly number[];
}

/** A canvas that notes what is drawn on it. */
function recorder() {
  const drawn: Drawn[] = [];
  const rectangles: { readonly style: string; readonly numbers: readonly number[] }[] = [];
  const rings: (readonly number[])[] = [];
  const lines: { readonly way: string; readonly numbers: readonly number[] }[] = [];
  const names = new Map<unknown, string>();
  const context = {
    globalAlpha: 1,
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    imageSmoothingEnabled: true,
    setTransform: () => undefined,
    clearRect: () => undefined,
    beginPath: () => undefined,
    stroke: () => undefined,
    fill: () => undefined,
    closePath: () => undefined,
    moveTo: (...numbers: number[]) => lines.push({ way: 'from', numbers }),
    lineTo: (...numbers: number[]) => lines.push({ way: 'to', numbers }),
    quadraticCurveTo: (...numbers: number[]) => lines.push({ way: 'bent to', numbers }),
    setLineDash: (dashes: number[]) => lines.push({ way: 'dashes', numbers: dashes }),
    fillRect: (...numbers: number[]) => rectangles.push({ style: context.fillStyle, numbers }),
    arc: (...numbers: number[]) => rings.push(numbers),
    drawImage: (image: unknown, ...numbers: number[]) =>
      drawn.push({ image: names.get(image) ?? '?', alpha: context.globalAlpha, numbers }),
  };
  // Boundary: a canvas has more ways to call these than are called here.
  return { context: context as unknown as MarksContext, drawn, rectangles, rings, lines, names };
}

const palette = {
  marks: { read: 'r', write: 'w', failed: 'f', denied: 'd' },
  surface: 'surface',
  hover: 'hover',
  sunken: 'sunken',
  line: 'line',
  text: 'text',
  accent: 'accent',
  hatch: 'hatch',
};
const spriteSheet = {} as CanvasImageSource;
const textureImage = {} as CanvasImageSource;
/** A tenth of a pixel a millisecond. */
const scale = { span: { start: 10_000, end: 20_000 }, width: 1000 };

function heldOf(events: readonly MadeEvent[], maxEvents = 100): HeldMarks {
  return heldMarks(events, {
    ...{ span: { start: 5000, end: 25_000 }, window: scale.span, width: scale.width },
    ...{ lanes: { first: 3, count: 4 }, inAll: 9, maxEvents },
  });
}

function pictureOf(held: HeldMarks | undefined, more: Partial<MarksPicture> = {}): MarksPicture {
  return {
    scale,
    height: 78,
    pixelRatio: 1,
    laneHeight: 26,
    firstLane: 4,
    held,
    texture: undefined,
    sprites: { image: spriteSheet, side: 24, shown: 12 },
    palette,
    tied: undefined,
    selected: undefined,
    currentLane: undefined,
    coverage: undefined,
    links: undefined,
    hatch: undefined,
    caseSpan: undefined,
    ...more,
  };
}

function paint(picture: MarksPicture) {
  const recorded = recorder();
  recorded.names.set(spriteSheet, 'sprite').set(textureImage, 'texture');
  paintMarks(recorded.context, picture);
  return recorded;
}

const links: HeldLinks = {
  from: 0,
  tied: [
    { ref: 1, time: 14_000, lane: 4 },
    { ref: 2, time: 13_000, lane: 5 },
  ],
  firstUse: undefined,
};
const chosen = { ref: 0, time: 12_000, lane: 5 };

/** A pattern where one stands for itself. */
const hatch = 'hatch' as unknown as CanvasPattern;

describe('paintMarks', () => {
  it('leads lines from the chosen event to those that share something with it', () => {
    const { lines } = paint(pictureOf(undefined, { links, selected: chosen }));
    expect(lines).toEqual([
      { way: 'from', numbers: [200, 39] },
      { way: 'bent to', numbers: [300, 26, 400, 13] },
      { way: 'from', numbers: [200, 39] },
      // Within its lane the line leaves the row of marks.
      { way: 'bent to', numbers: [250, 29, 300, 39] },
    ]);
  });

  it('leads a dashed line with an arrow to the first use of a key, also out of view', () => {
    const firstUse = { ref: 9, time: 22_000, lane: 5 };
    const { lines } = paint(
      pictureOf(undefined, { links: { ...links, tied: [], firstUse }, selected: chosen }),
    );
    expect(lines).toEqual([
      { way: 'dashes', numbers: [5, 3] },
      { way: 'from', numbers: [200, 39] },
      { way: 'to', numbers: [1187, 39] },
      { way: 'dashes', numbers: [] },
      { way: 'from', numbers: [1194, 39] },
      { way: 'to', numbers: [1187, 43] },
      { way: 'to', numbers: [1187, 35] },
    ]);
  });

  it('draws no lines of another event, nor of one that the filter leaves out', () => {
    const other = { ...chosen, ref: 5 };
    expect(paint(pictureOf(undefined, { links, selected: other })).lines).toEqual([]);
    const leftOut = { ...chosen, lane: undefined };
    expect(paint(pictureOf(undefined, { links, selected: leftOut })).lines).toEqual([]);
  });

  it('hatches coverage gaps in their lanes, within the canvas and never too thin to be seen', () => {
    const coverage = {
      lanes: { first: 5, count: 2 },
      gaps: [],
      spans: [
        [
          { start: 0, end: 12_000 },
          { start: 15_000, end: 15_001 },
        ],
        [{ start: 30_000, end: 40_000 }],
      ],
    };
    const { rectangles } = paint(pictureOf(undefined, { coverage, hatch }));
    expect(rectangles).toEqual([
      { style: hatch, numbers: [0, 26, 200, 25] },
      { style: hatch, numbers: [500, 26, 3, 25] },
    ]);
  });

  it('draws an event at its time, in its lane, as its outcome', () => {
    const held = heldOf([{ time: 12_000, lane: 5, outcome: 'denied' }]);
    const { drawn } = paint(pictureOf(held));
    // The list's sixth lane is the second on the screen.
    expect(drawn).toEqual([
      { image: 'sprite', alpha: 1, numbers: [3 * 24, 0, 24, 24, 200 - 6, 39 - 6, 12, 12] },
    ]);
  });

  it('takes the hollow sprite for what a service did', () => {
    const held = heldOf([{ time: 12_000, lane: 5, outcome: 'write', byService: true }]);
    expect(paint(pictureOf(held)).drawn[0]?.numbers[0]).toBe((4 + 1) * 24);
  });

  it('draws nothing that lies outside the canvas', () => {
    const held = heldOf([
      { time: 9000, lane: 5 },
      { time: 21_000, lane: 5 },
      { time: 12_000, lane: 3 },
    ]);
    expect(paint(pictureOf(held)).drawn).toEqual([]);
  });

  it('draws graver marks later', () => {
    const held = heldOf([
      { time: 12_000, lane: 5, outcome: 'denied' },
      { time: 12_010, lane: 5, outcome: 'read' },
      { time: 12_020, lane: 5, outcome: 'write' },
    ]);
    const order = paint(pictureOf(held)).drawn.map(({ numbers }) => (numbers[0] ?? 0) / 24);
    expect(order).toEqual([0, 1, 3]);
  });

  it('draws every event of a burst, each at a place of its own', () => {
    const held = heldOf(Array.from({ length: 8 }, () => ({ time: 12_000, lane: 5 })));
    const { drawn } = paint(pictureOf(held));
    const places = drawn.map(({ numbers }) => numbers.slice(4).join(' '));
    expect(new Set(places).size).toBe(8);
  });

  it('lets recede what shares nothing with the selected event', () => {
    const held = heldOf([
      { time: 12_000, lane: 5, outcome: 'denied' },
      { time: 13_000, lane: 5, outcome: 'read' },
    ]);
    const { drawn } = paint(pictureOf(held, { tied: Uint8Array.of(0, 3) }));
    expect(drawn.map(({ alpha, numbers }) => [alpha < 1, (numbers[0] ?? 0) / 24])).toEqual([
      [true, 3],
      [false, 0],
    ]);
  });

  it('stretches a density over the window wherever that has moved to', () => {
    const held = heldOf(
      [
        { time: 12_000, lane: 5 },
        { time: 12_000, lane: 5 },
      ],
      1,
    );
    const { drawn } = paint(pictureOf(held, { texture: textureImage }));
    expect(drawn).toEqual([{ image: 'texture', alpha: 1, numbers: [-500, -26, 2000, 4 * 26] }]);
  });

  it('rings the selected event where it is fanned to, and in its lane where far', () => {
    const events = [1, 2, 3].map(() => ({ time: 12_000, lane: 5 }));
    const selected = { ref: 2, time: 12_000, lane: 5 };
    const near = paint(pictureOf(heldOf(events), { selected }));
    expect(near.rings[0]?.slice(0, 2)).toEqual([200, 39 + 8]);
    const far = paint(pictureOf(heldOf(events, 1), { texture: textureImage, selected }));
    expect(far.rings[0]?.slice(0, 2)).toEqual([200, 39]);
    const elsewhere = paint(
      pictureOf(heldOf(events), { selected: { ...selected, lane: undefined } }),
    );
    expect(elsewhere.rings).toEqual([]);
  });

  it('dims the times before and after the case', () => {
    const caseSpan = { start: 12_000, end: 19_000 };
    const { rectangles } = paint(pictureOf(undefined, { caseSpan }));
    expect(rectangles).toEqual([
      { style: 'sunken', numbers: [0, 0, 200, 78] },
      { style: 'sunken', numbers: [900, 0, 100, 78] },
    ]);
  });

  it('marks the lane that the keyboard is in', () => {
    const { rectangles } = paint(pictureOf(undefined, { currentLane: 5 }));
    expect(rectangles).toEqual([{ style: 'hover', numbers: [0, 26, 1000, 25] }]);
  });
});
