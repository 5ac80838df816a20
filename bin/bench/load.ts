import autocannon from 'autocannon'

export interface Load {
  url: string
  headers: Record<string, string>
  connections: number
  /** How long, or how many requests. */
  seconds?: number
  amount?: number
  /** The body of a form to post, made anew each time. Without it: GET. */
  form?: () => string
}

export interface Measured {
  perSecond: number
  /** In milliseconds. */
  p95: number
}

/** Asks as fast as it is answered; refuses to measure errors. */
export async function load({ url, headers, connections, seconds, amount, form }: Load): Promise<Measured> {
  const request = form
    ? {
        method: 'POST' as const,
        setupRequest: (given: autocannon.Request) => ({ ...given, body: form() }),
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }
    : { method: 'GET' as const, headers }
  const measured = amount ? { amount } : { duration: seconds }
  const result = await autocannon({ url, connections, ...measured, requests: [request] })
  const expected = form ? result['3xx'] : result['2xx']
  if (result.errors > 0 || expected !== result.requests.total) {
    throw new Error(`${url} answered ${result.requests.total} requests, ${expected} of them as expected, with ${result.errors} errors.`)
  }
  return { perSecond: result.requests.total / result.duration, p95: result.latency.p97_5 }
}
