import type { EpochMs } from '../../renderer/core/base/units.ts';
import { Delivery, slot, type FileRule, type TrailFile } from './delivery.ts';
import { playIncident, type Incident } from './incident.ts';
import { builderRoutines, previewRoutine } from './life/builders.ts';
import { controllerRoutines } from './life/controllers.ts';
import { deployRoutines } from './life/deploys.ts';
import { peopleRoutines } from './life/people.ts';
import { serviceRoutines } from './life/services.ts';
import { Random } from './random.ts';
import { makeRoster } from './roster.ts';
import { Stage, working, type Routine } from './stage.ts';
import { day, hour } from './times.ts';
import { TruthKeeper, type Truth } from './truth.ts';
import { largeWorld, smallWorld } from './world.ts';

/** Raised whenever the same settings give another trail: made data in a cache is then stale. */
export const generatorVersion = 1;

/** What a trail is made by: the same settings give the same bytes on every machine. */
export interface TrailSettings {
  readonly seed: number;
  /** Different events; second deliveries come on top. */
  readonly events: number;
  readonly start: EpochMs;
  readonly days: number;
  /** When the intruder comes, from `start`. */
  readonly incidentAfter: number;
  /** Few enough actors to read them on a timeline, or as many as a company has. */
  readonly size: 'small' | 'large';
  readonly elbShare: number;
  readonly duplicateShare: number;
  readonly files: FileRule;
}

/** The sample case: four days in March, the incident on Wednesday afternoon. */
export const sampleSettings: TrailSettings = {
  seed: 20260309,
  events: 4500,
  start: Date.UTC(2026, 2, 9),
  days: 4,
  incidentAfter: 2 * day + 13.6 * hour,
  size: 'small',
  elbShare: 0.15,
  duplicateShare: 0.003,
  files: { records: { least: 150, most: 400 }, every: day },
};

/** A trail for the benches: a fifth of it ELB, files of 500 to 2,000 records. */
export function benchSettings(events: number): TrailSettings {
  const days = Math.max(4, Math.round(events / 33_000));
  return {
    seed: 1,
    events,
    start: Date.UTC(2026, 1, 2),
    days,
    incidentAfter: Math.floor(days * 0.6) * day + 13.6 * hour,
    size: 'large',
    elbShare: 0.2,
    duplicateShare: 0.0005,
    files: { records: { least: 500, most: 2000 }, every: undefined },
  };
}

/** How much happens at that time, people and machines together. */
function activity(at: EpochMs): number {
  return 0.35 + 0.65 * working(at);
}

function pickByWeight(random: Random, routines: readonly Routine[], at: EpochMs): Routine {
  const weights = routines.map((routine) => routine.weight(at));
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, routine] of routines.entries()) {
    rest -= weights[i] ?? 0;
    if (rest < 0) return routine;
  }
  return random.pick(routines);
}

/** A trail that is made while it is read, once: memory holds a few slots of time. */
export class Trail {
  readonly #settings: TrailSettings;
  readonly #random: Random;
  readonly #keeper = new TruthKeeper();
  readonly #delivery: Delivery;
  readonly #stage: Stage;
  readonly #elb: readonly Routine[];
  readonly #others: readonly Routine[];
  #incident: Incident | undefined;

  constructor(settings: TrailSettings) {
    this.#settings = settings;
    this.#random = new Random(settings.seed);
    const small = settings.size === 'small';
    const place = this.#random.fork('world');
    const world = small ? smallWorld(place) : largeWorld(place, 24);
    const size = small
      ? { people: 2, nodes: 4, controllers: 1 }
      : { people: 60, nodes: 120, controllers: 6 };
    const roster = makeRoster(this.#random.fork('roster'), world, size);
    this.#delivery = new Delivery(this.#random.fork('delivery'), settings.files, settings);
    this.#stage = new Stage(world, roster, this.#random.fork('stage'), (event) => {
      if (this.#keeper.events >= settings.events) return;
      this.#keeper.add(event);
      this.#delivery.add(event);
    });
    const routines = [
      ...peopleRoutines,
      ...controllerRoutines,
      ...builderRoutines,
      ...serviceRoutines,
      ...deployRoutines,
    ];
    if (!small) routines.push(previewRoutine);
    this.#elb = routines.filter((routine) => routine.elb);
    this.#others = routines.filter((routine) => !routine.elb);
  }

  /** The files in the order of delivery. To be read once, to the end. */
  *files(): Generator<TrailFile> {
    const { start, days, events } = this.#settings;
    this.#incident = playIncident(this.#stage, start + this.#settings.incidentAfter);
    const slots = Math.ceil((days * day) / slot);
    const places = Array.from({ length: slots }, (_, i) => start + i * slot);
    const total = places.reduce((sum, at) => sum + activity(at), 0);
    const life = events - this.#keeper.events;
    const before = this.#keeper.events;
    let passed = 0;
    for (const at of places) {
      passed += activity(at);
      this.#live(at, before + Math.round((life * passed) / total));
      yield* this.#delivery.until(at + slot);
    }
    yield* this.#delivery.end();
  }

  /** Goes on within one slot of time until so many events were made in all. */
  #live(at: EpochMs, events: number): void {
    while (this.#keeper.events < events) {
      const time = at + this.#random.below(slot);
      const wantsElb = this.#keeper.elb < this.#settings.elbShare * this.#keeper.events;
      pickByWeight(this.#random, wantsElb ? this.#elb : this.#others, time).perform(
        this.#stage,
        time,
      );
    }
  }

  /** What was planted. Complete once the files have been read. */
  truth(): Truth {
    if (!this.#incident) throw new Error('the files have not been read yet');
    const { duplicates, files } = this.#delivery;
    return this.#keeper.truth({ duplicates, files, incident: this.#incident });
  }
}
