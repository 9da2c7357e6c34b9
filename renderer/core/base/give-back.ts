/**
 * Gives the memory of an array back that nothing else refers to; one that is only a part of its buffer
 * stays. The garbage collector comes late to memory that lies outside its heap: gigabytes of inflated
 * pieces took it longer than inflating does, and what a case was loaded from stayed beside it.
 */
export function giveBack({ buffer, byteLength }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
