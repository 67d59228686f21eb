package whatnow.probe;

/** Looks once. Comes back within the probe's timeout, whatever the other side does. */
interface Looker {

    Answer look(Probe probe);
}
