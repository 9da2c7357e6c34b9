/**
 * The buffers of a message's own arrays: of the value itself, or of its fields and theirs. They are
 * moved to the other side rather than copied, so the sender must be done with them. An array that is
 * only part of its buffer is left out, and so are those in lists.
 */
export function transferableBuffers(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if (!ArrayBuffer.isView(value)) {
    for (const one of Object.values(value)) collect(one, buffers);
  } else if (value.byteLength === value.buffer.byteLength && value.buffer instanceof ArrayBuffer) {
    buffers.add(value.buffer);
  }
}
