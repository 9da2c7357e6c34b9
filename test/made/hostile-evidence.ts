import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { record } from '../fixtures/decode-files.ts';

/** What an attacker may write into any text of a record. */
export const hostileTexts: readonly string[] = [
  '<script>document.documentElement.dataset.owned="1"</script>',
  '<img src=x onerror="document.documentElement.dataset.owned=1">',
  '"><svg/onload=document.documentElement.dataset.owned=1>',
  '<style>*{display:none}</style>',
  'javascript:document.documentElement.dataset.owned=1',
  '{{constructor.constructor("return 1")()}}',
  'user\u202Etxt.exe\u2066',
  'zero\u200B\u200D\uFEFFwidth\u00ADsoft',
  '\u001B[2J\u001B]0;owned\u0007\u0000\u007F',
  'line\nbreak\r\ttab\u2028\u2029',
  '=HYPERLINK("http://192.0.2.1")',
  '+cmd|calc!A0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../../etc/passwd',
  'Z\u0300\u0301\u0302'.repeat(40),
  '\uD800 half a pair',
  '(a+)+$',
  '漢字'.repeat(2000),
  'W'.repeat(1_000_000),
];

type Fields = Readonly<Record<string, unknown>>;

/** A record that has the text in every field that a caller can fill. */
export function hostileRecord(text: string, second: number): Fields {
  return record({
    eventTime: `2026-05-01T10:00:${String(second).padStart(2, '0')}Z`,
    eventName: text.slice(0, 5000),
    userAgent: text,
    sourceIPAddress: text,
    errorCode: text.slice(0, 5000),
    awsRegion: text.slice(0, 200),
    recipientAccountId: text.slice(0, 200),
    readOnly: false,
    userIdentity: { type: text.slice(0, 200), arn: text, accessKeyId: text, userName: text },
    requestParameters: { loadBalancerName: text, [text.slice(0, 200)]: text },
    [text.slice(0, 100)]: { [text.slice(0, 100)]: text.slice(0, 1000) },
  });
}

/** Evidence made to keep the window busy. */
export interface HostileEvidence {
  readonly label: string;
  /** Writes it into an empty folder; of the kind that has many names, so many. */
  write(folder: string, names: number): Promise<void>;
}

const records = (count: number, make: (place: number) => Fields): readonly Fields[] =>
  Array.from({ length: count }, (_, place) => make(place));

const minute = (place: number): string => new Date(1_777_600_000_000 + place * 1000).toISOString();

/** A value of so many levels, as text: JSON.stringify has no stack for it. */
function nested(levels: number): string {
  const half = levels / 2;
  return `${'{"a":['.repeat(half)}"the end"${']}'.repeat(half)}`;
}

function inOneFile(label: string, make: () => readonly Fields[]): HostileEvidence {
  return {
    label,
    write: (folder) => writePacked(join(folder, 'evidence.json.gz'), textOf(make())),
  };
}

function textOf(made: readonly Fields[]): string {
  return JSON.stringify({ Records: made });
}

async function writePacked(path: string, text: string): Promise<void> {
  await writeFile(path, gzipSync(text, { level: 1 }));
}

const namesInFile = 20_000;

async function writeNames(folder: string, names: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let first = 0; first < names; first += namesInFile) {
    const made = records(Math.min(namesInFile, names - first), (place) => {
      const number = (first + place).toString(36).padStart(5, '0');
      return record({
        eventTime: minute(first + place),
        eventName: `Name${number}`,
        userAgent: `agent/${number}`,
        sourceIPAddress: `host-${number}.example`,
        userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${number}` },
      });
    });
    await writePacked(join(folder, `${String(first).padStart(8, '0')}.json.gz`), textOf(made));
  }
}

/** Kinds of such evidence. */
export const hostileEvidence: readonly HostileEvidence[] = [
  inOneFile('markup, escapes, formulas', () => hostileTexts.map(hostileRecord)),
  inOneFile('user agents of 1 MB', () =>
    records(40, (place) =>
      record({ eventTime: minute(place), userAgent: `${place} ${'W'.repeat(1_000_000)}` }),
    ),
  ),
  inOneFile('texts of 1 MB in every field', () =>
    records(10, (place) => hostileRecord(`${place}${'漢 字'.repeat(330_000)}`, place)),
  ),
  {
    label: '10,000 levels',
    write: (folder) => {
      const stand = 'nested';
      const made = records(40, (place) =>
        record({ eventTime: minute(place), requestParameters: stand }),
      );
      // The app may refuse what is nested so deep: there is one event in any case.
      const text = textOf([record(), ...made]).replaceAll(`"${stand}"`, nested(10_000));
      return writePacked(join(folder, 'evidence.json.gz'), text);
    },
  },
  inOneFile('a record of 200,000 members', () =>
    records(4, (place) => {
      const members = Array.from({ length: 200_000 }, (_, member) => [`member${member}`, member]);
      const requestParameters: unknown = Object.fromEntries(members);
      return record({ eventTime: minute(place), requestParameters });
    }),
  ),
  inOneFile('right to left, marks upon marks', () =>
    records(5000, (place) => {
      const text = `\u202E${place} שלום عليكم \u2067${'e\u0301\u0323\u0489'.repeat(200)}\u2066`;
      return hostileRecord(text, place % 60);
    }),
  ),
  { label: 'a million names', write: writeNames },
];
