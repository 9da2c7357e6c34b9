/**
 * Gives the memory of an inflated piece back, which nothing else refers to: left to the garbage
 * collector, gigabytes of them take longer than inflating does.
 */
export function giveBack({ buffer, byteLength }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0);
}
