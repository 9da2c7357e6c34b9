import type { Random } from './random.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Ids in AWS's form that end in EXAMPLE, so that nobody takes them for real ones. */
export class Keys {
  readonly #random: Random;
  #issued = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  #serial(): string {
    let text = '';
    for (let rest = this.#issued++, i = 0; i < 4; i++, rest = Math.floor(rest / 32)) {
      text += digits.charAt(rest % 32);
    }
    return text;
  }

  /** A new access key id: `AKIA` long-term, `ASIA` temporary. Each is given out once. */
  accessKey(prefix: 'AKIA' | 'ASIA'): string {
    return `${prefix}${this.#random.base32(5)}${this.#serial()}EXAMPLE`;
  }

  /** A new principal id: `AIDA` user, `AROA` role. Each is given out once. */
  principal(prefix: 'AIDA' | 'AROA'): string {
    return `${prefix}${this.#random.base32(6)}${this.#serial()}EXAMPLE`;
  }
}
