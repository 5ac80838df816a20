import autocannon from 'autocannon'

export interface Load {
  url: string
  headers: Record<string, string>
  connections: number
  seconds: number
  /** A form to post; its `{id}` is a new id each time. Without it: GET. */
  form?: () => string
}

export interface Measured {
  perSecond: number
  /** In milliseconds. */
  p95: number
}

/** Asks as fast as it is answered; refuses to measure errors. */
export async function load({ url, headers, connections, seconds, form }: Load): Promise<Measured> {
  const request = form
    ? {
        method: 'POST' as const,
        setupRequest: (given: autocannon.Request) => ({ ...given, body: form() }),
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }
    : { method: 'GET' as const, headers }
  const result = await autocannon({ url, connections, duration: seconds, requests: [request] })
  const expected = form ? result['3xx'] : result['2xx']
  if (result.errors > 0 || expected !== result.requests.total) {
    throw new Error(`${url} answered ${result.requests.total} requests, ${expected} of them as expected, with ${result.errors} errors.`)
  }
  return { perSecond: result.requests.average, p95: result.latency.p97_5 }
}
