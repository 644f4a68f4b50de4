#!/usr/bin/env node
/**
 * Stands in for the native `schema-engine` that the prisma CLI would download: speaks the CLI's JSON-RPC over standard
 * input and output and answers from the engine's WASM build. prisma.config.ts points the CLI here. TypedSQL does not work through it.
 */
import { createInterface } from 'node:readline'
import pg from 'pg'
import { connectionFields } from './adapterFactory.mjs'
import { wasmEngine } from './wasmEngine.mjs'

/** The arguments that the CLI gives the native engine. */
function parseArguments(args) {
  const schemaFiles = []
  let datasource = {}
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--datamodels') schemaFiles.push(args[++i])
    else if (args[i] === '--datasource') datasource = JSON.parse(args[++i])
    else if (args[i].startsWith('--')) i++
  }
  return { schemaFiles, datasource }
}

/** Postgres' "no such database" is P1003 to Prisma, everything else P1001: not reachable. */
const prismaCode = (error) => (error.code === '3D000' ? 'P1003' : 'P1001')

async function canConnect(url) {
  const client = new pg.Client(connectionFields(url))
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw Object.assign(new Error(error.message || String(error), { cause: error }), { error_code: prismaCode(error) })
  } finally {
    await client.end()
  }
  return {}
}

async function createDatabase(url) {
  const fields = connectionFields(url)
  const client = new pg.Client({ ...fields, database: 'postgres' })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(fields.database)}`)
  } catch (error) {
    const alreadyThere = error.code === '42P04'
    if (!alreadyThere) throw error
  } finally {
    await client.end()
  }
  return { databaseName: fields.database }
}

/** The engine's two commands that are no conversation: the exit code answers. */
async function runCommand(work) {
  try {
    await work()
    process.exit(0)
  } catch (error) {
    const fields = { message: error.message || String(error), error_code: error.error_code ?? prismaCode(error) }
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`)
    process.exit(1)
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

function serve(schemaFiles, datasource) {
  let engine
  async function answer({ method, params }) {
    if (method === 'createDatabase') return createDatabase(datasource.url)
    if (method === 'ensureConnectionValidity') return canConnect(datasource.url)
    engine ??= wasmEngine(schemaFiles, datasource)
    const started = await engine
    if (method === 'getDatabaseVersion') return started.version(params)
    if (typeof started[method] !== 'function') throw new Error(`The schema engine has no method ${method}`)
    return (await started[method](params)) ?? {}
  }
  async function handle(request) {
    try {
      const result = await answer(request)
      const printed = request.method === 'diff' && result.stdout != null
      // The native engine has the CLI print the difference, before it answers.
      if (printed) send({ id: 100_000 + request.id, method: 'print', params: { content: result.stdout } })
      send({ id: request.id, result: printed ? { ...result, stdout: null } : result })
    } catch (error) {
      const message = error?.message ?? String(error)
      const data = { is_panic: false, message, error_code: error?.error_code ?? error?.code, meta: error?.meta }
      send({ id: request.id, error: { code: 4466, message, data } })
    }
  }
  let queue = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const request = line.trim() ? JSON.parse(line) : {}
    // The CLI's own answers to `print` come back here too: they have no method.
    if (request.method) queue = queue.then(() => handle(request))
  })
  lines.on('close', () => queue.finally(() => process.exit(0)))
}

const args = process.argv.slice(2)
const { schemaFiles, datasource } = parseArguments(args)
if (args.includes('--version') || args.includes('-V')) console.log('schema-engine-cli wasm')
else if (args.includes('can-connect-to-database')) await runCommand(() => canConnect(datasource.url))
else if (args.includes('create-database')) await runCommand(() => createDatabase(datasource.url))
else serve(schemaFiles, datasource)
