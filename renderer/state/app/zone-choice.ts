import { isZone } from '../../core/base/zoned-time.ts';

/** `local` is the zone of this computer; else `UTC` or a name of the IANA time zone database. */
export type ZoneChoice = string;

/** The name of the zone a choice stands for. */
export function zoneName(choice: ZoneChoice): string {
  return choice === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : choice;
}

/**
 * Zones that the runtime lists by a name of long ago, by their present names in the IANA time zone
 * database (its file `backward`). The old names stay: the evidence's people may use either.
 */
const renamed = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];

/** Every zone this runtime knows by name, old and present names, UTC first. */
export function allZones(): readonly string[] {
  const listed = Intl.supportedValuesOf('timeZone');
  const named = new Set([...listed, ...renamed.filter(isZone)]);
  named.delete('UTC');
  return ['UTC', ...[...named].sort()];
}
