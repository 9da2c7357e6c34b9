const utf8 = new TextEncoder();
const firstBytes = 1 << 16;
const zero = 0x30;
/** UTF-8 takes at most three bytes for a unit of UTF-16. */
const bytesPerUnit = 3;

/** Bytes put one after the other into memory that grows, without garbage on the way. */
export class ByteWriter {
  #memory = new Uint8Array(firstBytes);
  #length = 0;

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#memory.length) this.#grow(1);
    this.#memory[this.#length++] = value;
  }

  /** Bytes `start` to `end` of another writer. */
  bytes(from: ByteWriter, start: number, end: number): void {
    this.#room(end - start);
    // A loop: a view for every cell would be most of the work.
    const source = from.#memory;
    const target = this.#memory;
    let place = this.#length;
    for (let i = start; i < end; i++) target[place++] = source[i] ?? 0;
    this.#length = place;
  }

  /** `text` must be ASCII. */
  ascii(text: string): void {
    const { length } = text;
    this.#room(length);
    const target = this.#memory;
    for (let i = 0; i < length; i++) target[this.#length + i] = text.charCodeAt(i);
    this.#length += length;
  }

  /** Any text, as UTF-8; half a surrogate pair becomes U+FFFD. */
  text(text: string): void {
    this.#room(text.length * bytesPerUnit);
    this.#length += utf8.encodeInto(text, this.#memory.subarray(this.#length)).written;
  }

  /** A whole number from 0 to 2^53 in decimal digits. */
  number(value: number): void {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    this.#room(digits);
    let rest = value;
    for (let i = this.#length + digits - 1; i >= this.#length; i--) {
      const tens = Math.floor(rest / 10);
      this.#memory[i] = zero + (rest - tens * 10);
      rest = tens;
    }
    this.#length += digits;
  }

  /** What was written, in memory of its own; the writer is empty then, and may be used again. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#memory.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #room(bytes: number): void {
    if (this.#length + bytes > this.#memory.length) this.#grow(bytes);
  }

  #grow(bytes: number): void {
    const larger = new Uint8Array(Math.max(this.#length + bytes, this.#memory.length * 2));
    larger.set(this.#memory.subarray(0, this.#length));
    this.#memory = larger;
  }
}
