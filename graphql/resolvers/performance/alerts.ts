import { alertText } from '#core/alerts/alertText'
import { alertCheck } from '#store/alerts/alertCheck'
import { readFigures } from '#store/alerts/readFigures'
import { activeAlerts, recentAlerts } from '#store/alerts/storedAlerts'
import { webhookState } from '#store/alerts/webhookState'
import { needCurator } from '../../admin/needCurator'
import type { AlertResolvers, AlertsResolvers, QueryResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'

/** What is watched and what is wrong, for curators. */
export const alerts: NonNullable<QueryResolvers['alerts']> = async (_root, _args, context) => {
  await needCurator(context)
  return alertCheck()
}

/** Each part is read when it is asked for. */
export const alertsFields: AlertsResolvers = {
  rules: async (check, _args, { config }) =>
    [...(await readFigures(config, check))].map(([kind, { threshold, value }]) => ({ kind, threshold, value })),
  active: () => activeAlerts(),
  recent: (_check, { first }) => recentAlerts(inRange('first', first ?? 20, 1, 100)),
  webhook: () => webhookState(),
}

/** An alert in words. */
export const alertFields: AlertResolvers = { text: alertText }
