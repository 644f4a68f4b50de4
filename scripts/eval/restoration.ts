export const evalRestoration = async () => {}
