package planted.stores;

/** Lives beside the domain it should live in. */
public class Shelf {}
