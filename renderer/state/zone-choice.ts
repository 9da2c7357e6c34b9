/** `local` is the zone of this computer; else `UTC` or a name of the IANA time zone database. */
export type ZoneChoice = string;

/** The name of the zone a choice stands for. */
export function zoneName(choice: ZoneChoice): string {
  return choice === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : choice;
}

/** Every zone this runtime knows by name, UTC first. */
export function allZones(): readonly string[] {
  const named = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
  return ['UTC', ...named];
}
