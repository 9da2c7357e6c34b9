/** Where objects lie in an S3 store. */
export interface ObjectPlace {
  readonly bucket: string;
  /** What their keys begin with; empty: the whole bucket. */
  readonly prefix: string;
}

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;

/**
 * The place that a text names: `s3://bucket/prefix`, an S3 ARN, an address below amazonaws.com, or
 * `bucket/prefix`. Undefined where its bucket can't be one:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function objectPlace(text: string): ObjectPlace | undefined {
  const trimmed = text.trim();
  const path =
    /^s3:\/\/(.*)$/isu.exec(trimmed)?.[1] ??
    /^arn:aws[a-z-]*:s3:::(.*)$/su.exec(trimmed)?.[1]?.replace(/\*$/u, '') ??
    addressed(trimmed) ??
    trimmed;
  const slash = path.indexOf('/');
  const bucket = slash < 0 ? path : path.slice(0, slash);
  if (!bucketName.test(bucket)) return undefined;
  return { bucket, prefix: slash < 0 ? '' : path.slice(slash + 1).replace(/^\/+/u, '') };
}

/** The URI of an object, or of a prefix. */
export function objectUri({ bucket, prefix }: ObjectPlace): string {
  return `s3://${bucket}/${prefix}`;
}

// Both styles: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
function addressed(text: string): string | undefined {
  const parts = /^https:\/\/(?:(.+)\.)?s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?\/(.*)$/su.exec(
    text,
  );
  if (parts === null) return undefined;
  const [, bucket, path = ''] = parts;
  let decoded = path.replace(/[?#].*$/su, '');
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // Then the percent signs are the key's own.
  }
  return bucket === undefined ? decoded : `${bucket}/${decoded}`;
}
