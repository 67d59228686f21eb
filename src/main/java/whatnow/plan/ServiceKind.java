package whatnow.plan;

/** What sort of thing a service is: rules speak about databases and third parties apart from the rest. */
public enum ServiceKind {
    APPLICATION,
    DATABASE,
    CACHE,
    QUEUE,
    STORAGE,
    NETWORK,
    COMPUTE,
    BACKUP,
    MONITORING,
    EXTERNAL
}
