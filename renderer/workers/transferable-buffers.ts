/**
 * The buffers of a message's own arrays: of the value itself, or of its fields. They are moved to
 * the other side rather than copied, so the sender must be done with them. An array that is only
 * part of its buffer is left out.
 */
export function transferableBuffers(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  const values: readonly unknown[] = ArrayBuffer.isView(value) ? [value] : Object.values(value);
  const buffers = new Set<ArrayBuffer>();
  for (const one of values) {
    if (!ArrayBuffer.isView(one) || one.byteLength < one.buffer.byteLength) continue;
    if (one.buffer instanceof ArrayBuffer) buffers.add(one.buffer);
  }
  return [...buffers];
}
