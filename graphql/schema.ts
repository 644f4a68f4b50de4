import { readFileSync } from 'node:fs'
import path from 'node:path'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { projectRoot } from '#store/config'
import type { Resolvers } from './generated/resolvers'
import { imageUrl } from './links'
import { batch } from './resolvers/batch/batch'
import { batchFields, batchItemFields } from './resolvers/batch/batchFields'
import { batchProgress } from './resolvers/batch/batchProgress'
import { cancelBatch } from './resolvers/batch/cancelBatch'
import { generateMemes } from './resolvers/batch/generateMemes'
import { curatedPictureFields, curatedTemplateFields } from './resolvers/curation/curatedTemplateFields'
import { curation } from './resolvers/curation/curation'
import { curationFields } from './resolvers/curation/curationFields'
import { curatorSession } from './resolvers/curation/curatorSession'
import { dismissMutations } from './resolvers/curation/dismissMutations'
import { duplicatePairFields, templateDuplicateFields, vectorFailureFields } from './resolvers/curation/duplicateFields'
import { makeTemplatePicture } from './resolvers/curation/makeTemplatePicture'
import { preparedPictureFields } from './resolvers/curation/preparedPictureFields'
import { templateChangeFields } from './resolvers/curation/templateChangeFields'
import { templateMutations } from './resolvers/curation/templateMutations'
import { vectorStatusFields } from './resolvers/curation/vectorStatusFields'
import { importedFolderFields, importReportFields } from './resolvers/import/importReportFields'
import { importTemplates } from './resolvers/import/importTemplates'
import { analyzePicture } from './resolvers/job/analyzePicture'
import { cancelJob } from './resolvers/job/cancelJob'
import { generateMeme } from './resolvers/job/generateMeme'
import { job } from './resolvers/job/job'
import { jobFields } from './resolvers/job/jobFields'
import { memeProgress } from './resolvers/job/memeProgress'
import { meme } from './resolvers/meme/meme'
import { memeFields, memeReportFields } from './resolvers/meme/memeFields'
import { memes } from './resolvers/meme/memes'
import { alertFields, alerts, alertsFields } from './resolvers/performance/alerts'
import { jobOfMeme } from './resolvers/performance/jobOfMeme'
import { jobPerformance, jobPerformanceFields } from './resolvers/performance/jobPerformance'
import { performance } from './resolvers/performance/performance'
import { livingWorkerFields, performanceFields } from './resolvers/performance/performanceFields'
import { performanceUpdates } from './resolvers/performance/performanceUpdates'
import { profileNextJob } from './resolvers/performance/profileNextJob'
import {
  cleanTemplateFields,
  filledBoxFields,
  recognitionReportFields,
  templateMatchFields,
} from './resolvers/recognition/recognitionFields'
import { dateTime } from './resolvers/service/dateTime'
import { limits } from './resolvers/service/limits'
import { status } from './resolvers/service/status'
import { similarTemplates } from './resolvers/template/similarTemplates'
import { template } from './resolvers/template/template'
import { templateBoxFields, templateFields, templatePictureFields } from './resolvers/template/templateFields'
import { templates } from './resolvers/template/templates'
import { templateTags } from './resolvers/template/templateTags'

const resolvers: Resolvers = {
  DateTime: dateTime,
  Query: {
    job,
    batch,
    meme,
    memes,
    templates,
    similarTemplates,
    template,
    templateTags,
    status,
    limits,
    curatorSession,
    curation,
    performance,
    jobPerformance,
    jobOfMeme,
    alerts,
  },
  Mutation: {
    analyzePicture,
    generateMeme,
    generateMemes,
    cancelBatch,
    cancelJob,
    importTemplates,
    makeTemplatePicture,
    ...templateMutations,
    ...dismissMutations,
    profileNextJob,
  },
  Subscription: { memeProgress, batchProgress, performanceUpdates },
  Batch: batchFields,
  BatchItem: batchItemFields,
  Job: jobFields,
  Meme: memeFields,
  MemeReport: memeReportFields,
  TemplateMatch: templateMatchFields,
  FilledBox: filledBoxFields,
  CleanTemplate: cleanTemplateFields,
  RecognitionReport: recognitionReportFields,
  Template: templateFields,
  TemplateBox: templateBoxFields,
  TemplatePicture: templatePictureFields,
  PreparedPicture: preparedPictureFields,
  Curation: curationFields,
  CuratedTemplate: curatedTemplateFields,
  CuratedPicture: curatedPictureFields,
  TemplateDuplicate: templateDuplicateFields,
  DuplicatePair: duplicatePairFields,
  TemplateChange: templateChangeFields,
  VectorStatus: vectorStatusFields,
  VectorFailure: vectorFailureFields,
  ImportReport: importReportFields,
  ImportedFolder: importedFolderFields,
  Performance: performanceFields,
  LivingWorker: livingWorkerFields,
  JobPerformance: jobPerformanceFields,
  Alerts: alertsFields,
  Alert: alertFields,
  ImageFile: { url: ({ file }, _args, { config }) => imageUrl(file, config) },
}

let made: GraphQLSchema | undefined

/** graphql/schema.graphql with its resolvers: the one schema that both execution paths run. */
export function schema(): GraphQLSchema {
  made ??= makeExecutableSchema({
    typeDefs: readFileSync(path.join(projectRoot(), 'graphql', 'schema.graphql'), 'utf8'),
    resolvers,
  })
  return made
}
