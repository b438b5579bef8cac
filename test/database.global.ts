/** Replaced by the database harness: starts one server for the run. */
export default function setup() {}
