import { jsonTokens } from './json-tokens.ts';

/** JSON without its secrets, and how many values were taken out. */
export interface RedactedJson {
  readonly json: string;
  readonly count: number;
}

/** What stands in the place of a secret. */
const redactedMark = '[redacted]';

/** What a file says of the secrets that were taken out of it. */
export const redactionRule =
  'Values of session tokens, secret keys, passwords, private keys and other credentials, told by the names of their fields, and signatures of signed addresses are replaced by [redacted].';

/**
 * Ends of names whose values are secrets, in lower case without `-` and `_`. CloudTrail leaves most
 * of them out itself; session tokens (AWS STS, "responseElements") and what a service does not
 * know to be secret it writes down.
 */
const secretName =
  /(?:password|passwd|passphrase|passworddata|secretaccesskey|secretkey|sessiontoken|securitytoken|clientsecret|secretstring|secretbinary|secretvalue|privatekey|keymaterial|plaintext|accesstoken|refreshtoken|idtoken|bearertoken|authtoken|authorizationtoken|webidentitytoken|samlassertion|tokencode|apikey)$/u;
/** Members by which lists of pairs name what their value is: environment variables, tags. */
const pairName = /^(?:name|key|parameterkey|attributename)$/u;
const pairValue = /^(?:value|parametervalue|attributevalue)$/u;
/** What AWS has taken out itself stays as AWS wrote it. */
const hiddenByAws = /^(?:HIDDEN_DUE_TO_SECURITY_REASONS|<?sensitiveDataRemoved>?|\*+)$/u;
/** AWS Signature Version 4, "Authenticating requests: using query parameters". */
const signedAddress = /(X-Amz-(?:Security-Token|Signature)=)[^&\s"']+/giu;
/** JSON in texts of JSON, such as policies, is looked at so deep. */
const mostNested = 3;

interface Frame {
  readonly isObject: boolean;
  name: string;
  /** The pair that this object is has the name of a secret. */
  pairIsSecret: boolean;
  /** Place of the pair's value among the tokens. */
  pairValue: number | undefined;
}

/**
 * JSON on one line, without white space between its tokens and with secrets replaced by
 * `"[redacted]"`; everything else stays as it was written, to the letter. `json` must be valid.
 */
export function redactJson(json: string, nested = 0): RedactedJson {
  const redactor = new Redactor(json, nested);
  return redactor.result();
}

/** The same JSON without white space between its tokens. `json` must be valid. */
export function compactJson(json: string): string {
  return jsonTokens(json).join('');
}

class Redactor {
  readonly #tokens: string[];
  readonly #nested: number;
  readonly #frames: Frame[] = [];
  #count = 0;

  constructor(json: string, nested: number) {
    this.#tokens = jsonTokens(json);
    this.#nested = nested;
  }

  result(): RedactedJson {
    const tokens = this.#tokens;
    for (let place = 0; place < tokens.length; place++) place = this.#step(place);
    return { json: tokens.join(''), count: this.#count };
  }

  /** Answers the place of the last token that is done with. */
  #step(place: number): number {
    const text = this.#tokens[place] ?? '';
    const frame = this.#frames.at(-1);
    if (text === '}' || text === ']') return this.#leave(place);
    if (text === ',' || text === ':') return place;
    if (frame?.isObject === true && this.#tokens[place + 1] === ':') {
      frame.name = plainName(text);
      return place + 1;
    }
    if (frame !== undefined && this.#isSecret(frame)) return this.#takeOut(place);
    if (text === '{' || text === '[') {
      const isObject = text === '{';
      this.#frames.push({ isObject, name: '', pairIsSecret: false, pairValue: undefined });
      return place;
    }
    if (text.startsWith('"')) this.#text(place, frame);
    return place;
  }

  #isSecret(frame: Frame): boolean {
    if (!frame.isObject) return false;
    return secretName.test(frame.name) || (frame.pairIsSecret && pairValue.test(frame.name));
  }

  #text(place: number, frame: Frame | undefined): void {
    const text = this.#tokens[place] ?? '';
    if (frame?.isObject === true) {
      if (pairName.test(frame.name)) frame.pairIsSecret ||= secretName.test(plainName(text));
      if (pairValue.test(frame.name)) frame.pairValue = place;
    }
    const inner = /^"\s*[{[]/u.test(text) ? this.#nestedIn(text) : undefined;
    const next = inner ?? text.replace(signedAddress, `$1${redactedMark}`);
    if (next === text) return;
    this.#tokens[place] = next;
    if (inner === undefined) this.#count++;
  }

  /** A text that is JSON itself, without its secrets; undefined where it has none. */
  #nestedIn(text: string): string | undefined {
    if (this.#nested >= mostNested) return undefined;
    const inner: unknown = JSON.parse(text);
    if (typeof inner !== 'string' || !isJson(inner)) return undefined;
    const { json, count } = redactJson(inner, this.#nested + 1);
    this.#count += count;
    return count === 0 ? undefined : JSON.stringify(json);
  }

  /** The end of an object whose pair named its secret after its value. */
  #leave(place: number): number {
    const frame = this.#frames.pop();
    if (frame?.pairIsSecret === true && frame.pairValue !== undefined) {
      this.#takeOut(frame.pairValue);
    }
    return place;
  }

  /** Replaces the value that begins here. What is empty, or no value, tells nothing and stays. */
  #takeOut(place: number): number {
    const text = this.#tokens[place] ?? '';
    const end = this.#endOfValue(place);
    if (text === 'null' || text === '""' || text === 'true' || text === 'false') return end;
    if (text.startsWith('"') && hiddenByAws.test(text.slice(1, -1))) return end;
    if (text === JSON.stringify(redactedMark)) return end;
    this.#tokens[place] = JSON.stringify(redactedMark);
    this.#tokens.fill('', place + 1, end + 1);
    this.#count++;
    return end;
  }

  #endOfValue(start: number): number {
    let depth = 0;
    for (let place = start; place < this.#tokens.length; place++) {
      const text = this.#tokens[place];
      if (text === '{' || text === '[') depth++;
      if (text === '}' || text === ']') depth--;
      if (depth === 0) return place;
    }
    return this.#tokens.length - 1;
  }
}

/** A name as it is compared: `"Master_User-Password"` is `masteruserpassword`. */
function plainName(literal: string): string {
  const name: unknown = literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
  return typeof name === 'string' ? name.toLowerCase().replace(/[-_\s]/gu, '') : '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
