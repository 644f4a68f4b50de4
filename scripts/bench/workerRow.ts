import pg from 'pg'

/** What a worker says of itself. */
export interface WorkerRow {
  /** What it has loaded, and on what it runs (workers/main.ts). */
  readonly models: {
    readonly ocr?: { readonly engine?: string; readonly device?: string }
    readonly clip?: {
      readonly state?: string
      readonly vision?: { readonly provider?: string; readonly dtype?: string }
    }
  }
  readonly rssMb: number
}

/** The stack's worker, as its last sign of life has it. */
export async function workerRow(databaseUrl: string): Promise<WorkerRow> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ models: WorkerRow['models']; rss: string }>(
      'select models, rss_bytes as rss from worker order by last_seen_at desc limit 1',
    )
    const [row] = rows
    if (!row) throw new Error('There is no worker')
    return { models: row.models, rssMb: Math.round(Number(row.rss) / 2 ** 20) }
  } finally {
    await client.end()
  }
}
