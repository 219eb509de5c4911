// A precompiled header needs a library to belong to, and a library a file.
