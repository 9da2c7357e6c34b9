import type { EpochMs, Span } from '../../../core/base/units.ts';
import type { LaneList } from '../../../core/layout/lane-list.ts';
import type { LaneRun } from '../../../core/layout/lanes-in-view.ts';
import { movedBy } from '../../../core/layout/time-scale.ts';
import type { LaneFinder } from './lane-finder.ts';
import type { LaneSearch } from './lane-steps.ts';
import type { SelectedEvent } from '../timeline-actions.ts';
import type { TimelineCommand } from '../timeline-keys.ts';

/** What the timeline shows as a key is pressed, and what the key can make it do. */
export interface KeyScene {
  /** How many lanes there are in all. */
  readonly total: number;
  readonly inView: LaneRun;
  readonly visible: Span<EpochMs>;
  readonly selected: SelectedEvent | undefined;
  /** Place of the selected event's lane; -1: it has none here. */
  readonly selectedLane: number;
  readonly finder: Pick<LaneFinder, 'beside' | 'nearest'>;
  searchIn(lane: number): LaneSearch;
  scrollTo(lane: number): void;
  showLane(lane: number): void;
  onFold(lane: number): void;
  onPin(lane: number): void;
  onCard(lane: number): void;
  onVisible(window: Span<EpochMs>): void;
  onZoom(factor: number, around: EpochMs | undefined): void;
  onFit(): void;
  onFitWhole(): void;
  cancel(): void;
}

type Command<K extends TimelineCommand['kind']> = Extract<TimelineCommand, { readonly kind: K }>;

/** Where the keyboard is in the timeline, and what its keys do there. */
export class LaneKeys {
  #lane: number | undefined = $state();

  /** The lane that the keyboard is in, counted from the list's first. */
  get lane(): number | undefined {
    return this.#lane;
  }

  obey(command: TimelineCommand, scene: KeyScene): void {
    switch (command.kind) {
      case 'zoom':
        zoom(command, scene);
        break;
      case 'fit':
        scene.onFit();
        break;
      case 'fitWhole':
        scene.onFitWhole();
        break;
      case 'pan':
        scene.onVisible(movedBy(scene.visible, command.share));
        break;
      case 'step':
        step(command, scene);
        break;
      case 'lane':
        this.#move(command.by, scene);
        break;
      case 'page':
        scene.scrollTo(scene.inView.first + command.by * scene.inView.count);
        break;
      case 'nearest':
        selectNearest(this.#lane ?? scene.inView.first, scene);
        break;
      case 'fold':
        scene.onFold(this.#laneIn(scene));
        break;
      case 'pin':
        scene.onPin(this.#laneIn(scene));
        break;
      case 'card':
        scene.onCard(this.#laneIn(scene));
        break;
      case 'cancel':
        scene.cancel();
        break;
    }
  }

  /** The rows are others now: goes where the row that it was in has gone. */
  follow(before: LaneList | undefined, now: LaneList): void {
    const row = this.#lane === undefined ? undefined : before?.at(this.#lane);
    const place = row === undefined ? -1 : now.placeOfRow(row);
    if (place >= 0) this.#lane = place;
  }

  #laneIn({ selectedLane, inView }: KeyScene): number {
    return this.#lane ?? (selectedLane >= 0 ? selectedLane : inView.first);
  }

  #move(by: number, scene: KeyScene): void {
    if (scene.total === 0) return;
    const from = scene.selectedLane >= 0 ? scene.selectedLane : this.#lane;
    const lane = from === undefined ? scene.inView.first : from + by;
    this.#lane = Math.min(Math.max(0, lane), scene.total - 1);
    scene.showLane(this.#lane);
    if (scene.selected !== undefined) selectNearest(this.#lane, scene);
  }
}

/** Around the selected event where it is on the screen. */
function zoom({ factor }: Command<'zoom'>, scene: KeyScene): void {
  const { selected, visible } = scene;
  const time = selected?.time;
  const isInWindow = time !== undefined && time >= visible.start && time < visible.end;
  scene.onZoom(factor, isInWindow ? time : undefined);
}

function step({ direction }: Command<'step'>, scene: KeyScene): void {
  const { selected, selectedLane, finder } = scene;
  if (selected !== undefined && selectedLane >= 0) {
    finder.beside(scene.searchIn(selectedLane), selected, direction);
    return;
  }
  scene.onVisible(movedBy(scene.visible, direction === 'next' ? 0.1 : -0.1));
}

function selectNearest(lane: number, scene: KeyScene): void {
  const { start, end } = scene.visible;
  scene.finder.nearest(scene.searchIn(lane), scene.selected?.time ?? (start + end) / 2);
}
