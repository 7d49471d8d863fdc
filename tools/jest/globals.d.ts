declare global {
  var stopTestDatabases: (() => Promise<void>) | undefined;
  var stopProduct: (() => Promise<void>) | undefined;
}

export {};
