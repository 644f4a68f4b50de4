import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as binding from '@prisma/schema-engine-wasm/schema_engine_bg'
import { adapterFactory } from './adapterFactory.mjs'

async function load() {
  // The engine reports panics through this object, under this name.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    get() {
      return this.message
    },
    set_message(message) {
      this.message = message
    },
  }
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': binding,
  })
  binding.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

/**
 * Prisma's schema engine, from its WASM build.
 * @param {readonly string[]} schemaFiles
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export async function wasmEngine(schemaFiles, datasource) {
  await load()
  const datamodels = schemaFiles.length ? schemaFiles.map((file) => [file, readFileSync(file, 'utf8')]) : undefined
  return binding.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(datasource)),
  )
}
