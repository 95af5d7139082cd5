// It resolves 22 MB of libraries that nothing else needs; CONTRIBUTING.md tells of the setting.
all == 'true'
