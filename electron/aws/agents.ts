import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import tls from 'node:tls';

/** Connections to a store at a time. */
const maxSockets = 64;

/**
 * Agents that trust what this system trusts, a company's own authority among it, and what
 * AWS_CA_BUNDLE names; and that go by way of `proxy` (`http://host:port`) where one is given.
 * Runtimes before Node 22.15 know no certificates of the system, those before 24.5 no proxy.
 */
export function agentsFor(proxy: string | undefined): {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
} {
  const common = { keepAlive: true, maxSockets, ...proxyOptions(proxy) };
  // Made once: for each connection anew, hundreds of certificates take 20 ms and a megabyte or two.
  const secureContext = tls.createSecureContext({ ca: authorities() });
  return {
    httpAgent: new HttpAgent(common),
    httpsAgent: new HttpsAgent({ ...common, secureContext }),
  };
}

function proxyOptions(proxy: string | undefined): object {
  const { env } = process;
  if (proxy === undefined) return { proxyEnv: env };
  const noProxy = env['NO_PROXY'] ?? env['no_proxy'] ?? '';
  return { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: noProxy } };
}

function authorities(): string[] {
  const bundle = process.env['AWS_CA_BUNDLE'];
  // Older runtimes have no such function, whatever its type says.
  const known: Partial<Pick<typeof tls, 'getCACertificates'>> = tls;
  return [
    ...tls.rootCertificates,
    ...(known.getCACertificates?.('system') ?? []),
    ...(known.getCACertificates?.('extra') ?? []),
    ...(bundle === undefined ? [] : [readFileSync(bundle, 'utf8')]),
  ];
}
