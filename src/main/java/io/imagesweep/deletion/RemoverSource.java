package io.imagesweep.deletion;

/** Port: makes the one object that can delete. Only a live run asks for it; in a dry run it does not exist. */
public interface RemoverSource {

    /** Makes a remover for every configured account. */
    ImageRemover remover();
}
