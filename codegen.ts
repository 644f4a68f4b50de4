import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types every resolver and every client document against graphql/schema.graphql, the one contract. `npm run codegen` runs it. */
const scalars = {
  DateTime: { input: 'Date', output: 'Date | string' },
}

const shared = {
  enumsAsTypes: true,
  useTypeImports: true,
  strictScalars: true,
  immutableTypes: true,
  skipTypename: false,
} as const

const config: CodegenConfig = {
  schema: 'graphql/schema.graphql',
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    'graphql/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        scalars,
        contextType: '../context#GraphContext',
        // Resolvers hand over rows as the stores read them; what a field makes of them stands in resolvers/.
        mappers: {
          Job: '../../store/jobs/findJob#JobWithMeme as JobRow',
          Batch: '../../store/batches/findBatch#BatchWithJobs',
          BatchItem: '../../store/batches/findBatch#ItemWithJob',
          Meme: '../../store/generated/prisma/client#Meme as MemeRow',
          Analysis: '../../core/analysis#Analysis as PictureAnalysis',
          CleanTemplate: '../../core/analysis#AnalyzedTemplate',
          TemplateMatch: '../../core/recognition#FoundTemplate',
          FilledBox: '../../core/recognition#FilledBox as BoxOnPicture',
          RecognitionReport: '../../core/recognition#RecognitionReport as StoredRecognition',
          ImportReport: '../../core/importReport#ImportReport as StoredImportReport',
          ImportedFolder: '../../core/importReport#ImportedFolder as StoredImportedFolder',
          ImageFile: '../../core/analysis#PictureFile',
          MemeReport: '../../core/report#MemeReport as StoredReport',
          Template: '../../store/templates/template#StoredTemplate',
          TemplateBox: '../../core/template#TemplateBox as BoxOfTemplate',
          TemplatePicture: '../../store/generated/prisma/client#TemplatePicture as TemplatePictureRow',
          CuratedTemplate: '../../store/templates/template#StoredTemplate',
          CuratedPicture: '../../store/generated/prisma/client#TemplatePicture as TemplatePictureRow',
          Curation: '../../core/curator#Curator as SignedInCurator',
          TemplateDuplicate: '../../store/templates/vectors/likenesses#LikelyDuplicate',
          DuplicatePair: '../../store/templates/vectors/likenesses#DuplicatePair as LikelyPair',
          VectorStatus: '../../store/templates/vectors/vectorProgress#VectorProgress',
          VectorFailure: '../../store/templates/vectors/vectorProgress#DescribingFailure',
          TemplateChange: '../../store/generated/prisma/client#TemplateChange as TemplateChangeRow',
          Performance: '../performance/performanceView#PerformanceView',
          Alerts: '../../store/alerts/alertCheck#AlertCheck',
          Alert: '../../store/alerts/storedAlerts#StoredAlert',
          JobPerformance: '../../store/performance/jobPerformance#JobPerformance as StoredJobPerformance',
          LivingWorker: '../../store/generated/prisma/client#Worker as WorkerRow',
          PreparedPicture: '../../core/preparedPicture#PreparedPicture as PictureForTemplate',
        },
        resolversNonOptionalTypename: { unionMember: true },
      },
    },
    'app/generated/': {
      documents: ['app/**/*.ts', 'app/**/*.tsx', '!app/generated/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      // Documents as strings: the page needs no GraphQL parser or printer.
      config: { ...shared, scalars: { DateTime: 'string' }, documentMode: 'string' },
    },
  },
}

export default config
